"""Tests of the figures and what they rest on."""
