"""What the pages of llmfig (preview, diff, gallery) are made with: one template engine, one look."""
