"""llmfig: teaching figures as code."""
