"""Workers: processes that lay out parts, and the messages between them."""
