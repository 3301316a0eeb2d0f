# Characters that are not ASCII in front of the mistake.
größe = "ñandú" 5
