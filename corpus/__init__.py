"""The labelled corpus of waits, the training of the reader on it, and its score."""
