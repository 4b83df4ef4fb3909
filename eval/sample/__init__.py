"""Write the case documents of an invented municipality."""
