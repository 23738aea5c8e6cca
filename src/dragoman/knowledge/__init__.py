"""What is known before reading: codebook, actors, places."""
