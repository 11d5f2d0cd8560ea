"""Questions: the fields of each type of question, what makes each type sound, and the order it is printed in."""
