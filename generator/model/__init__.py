"""The vocabulary: frozen dataclasses that name everything the assessment speaks of."""
