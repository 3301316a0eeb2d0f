# An operator without its second operand.
x = 5 *
