"""Seeds: the letters of a corpus, the common runs of them, and how much the surroundings of two places are alike."""
