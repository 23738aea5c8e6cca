"""Learning: from the annotated corpus to the votes of the classifier."""
