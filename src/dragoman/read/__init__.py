"""Reading: from what people have, files and folders and standard input, to cleaned articles."""
