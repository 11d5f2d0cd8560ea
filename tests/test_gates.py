"""Nothing leaks: what an edition hides is in none of its files, and words at the gate are caught where they stand."""
