def test_the_cast_can_be_made(cast):
    from porchlight.people import api as people
    from porchlight.project.stage import acting, in_house

    with in_house("team"), acting(cast["SW"].seat) as sw:
        assert {row.name for row in people.my_young_people(by=sw)} >= {"Maya", "Dee"}
        assert people.detail(cast.maya, by=sw).legal_name == "Maya Legal"
    with in_house("team"), acting(cast.quinn.seat) as q:
        assert not {"Maya", "Dee"} & {row.name for row in people.my_young_people(by=q)}
