"""What was worked out once and is not worked out again: values on disk by the digest of what they came from.

pack       one file with several values, each read when it is asked for
kept       a frozen dataclass whose fields lie in a pack
"""
