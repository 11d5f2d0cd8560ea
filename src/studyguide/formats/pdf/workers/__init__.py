"""Workers: processes that lay out parts, and what they tell each other."""
