"""检查结果: units by leaves, and one page a leaf."""
