"""What every part of adoption stands on: rows of a county, an agency or a pair; words that name no young person."""
