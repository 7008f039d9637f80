"""算法说明: every formula in words with the year's settings, so that no number has to be believed."""
