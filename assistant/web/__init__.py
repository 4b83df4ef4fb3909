"""The pages staff work in: chat, reader, overview, administration."""
