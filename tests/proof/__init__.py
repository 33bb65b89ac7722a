"""Long simulations: whole teams live for a quarter, and independent code judges what they saw."""
