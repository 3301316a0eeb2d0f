# A trailing comma in an import without parentheses.
from math import sin, cos,
