from porchlight.people import api as people
from porchlight.project.stage import acting, in_house


def found(*, by):
    """Names that a search for the cast's own young people gives; other tests may have welcomed a pageful."""
    return {row.name for name in ("Maya", "Dee") for row in people.my_young_people(by=by, search=name)}


def test_the_cast_can_be_made(cast):
    with in_house("team"), acting(cast["SW"].seat) as sw:
        assert {"Maya", "Dee"} <= found(by=sw)
        assert people.detail(cast.maya, by=sw).legal_name == "Maya Legal"
    with in_house("team"), acting(cast.quinn.seat) as q:
        assert not {"Maya", "Dee"} & found(by=q)
