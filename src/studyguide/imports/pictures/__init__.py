"""Pictures: what a telephone or a scanner made becomes a PNG or JPEG as print needs it."""
