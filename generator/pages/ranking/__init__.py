"""综合排名: every unit's result beside the others of its group, where an edition holds them."""
