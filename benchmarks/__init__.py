"""The figures we promise, measured as ratios against named references in one run."""
