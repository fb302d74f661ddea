"""How far we have come: the picture of a county, its agencies, its time, its export."""
