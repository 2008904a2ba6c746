"""Training of the mention tagger that pipeline/finding/tagger runs: `python -m training.tagger DATA_FOLDER`."""
