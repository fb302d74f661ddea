"""The adoption picture: 22 indicators for each agency, said and shown."""
