# After the library's text: operator.add stands for a function in C here, and those are no methods.

_StringGlobber.concat_path = staticmethod(operator.add)
