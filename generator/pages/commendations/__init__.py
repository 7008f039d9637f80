"""通报表彰 and the cases worth spreading."""
