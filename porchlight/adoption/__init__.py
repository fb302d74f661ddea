"""One definition, guidance, policies, training and coaching: how agencies come to work the same way."""
