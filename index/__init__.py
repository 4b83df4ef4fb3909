"""From case documents to a searchable, versioned index."""
