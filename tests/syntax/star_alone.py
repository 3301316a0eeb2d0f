# A starred expression alone.
*a
