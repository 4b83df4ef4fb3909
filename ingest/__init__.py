"""From a folder of files to case documents with passages."""
