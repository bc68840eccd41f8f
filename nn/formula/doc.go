// Package formula reads formulas and numbers as people type them, and works
// with what they say: it computes them, writes them out again and finds out
// whether two of them are the same function. It uses the standard library alone.
//
//	n, err := formula.Parse("w x² + |b|/2", formula.Table{Variables: []string{"w", "x", "b"}})
//
// # From a text to a tree
//
// Scan cuts a text into tokens, Parse puts them together to a tree of nodes by
// recursive descent. What a name means is not the grammar's business: a Table
// says it, so that log can be the common logarithm in one place and the natural
// one in another.
//
//	formula   = case { (, | ; | line end) case }      all but the last with a condition
//	case      = sum [ if condition | ( condition ) | , condition | otherwise ] [ else formula ]
//	          | [ if ] condition (then | ?) formula [ (else | :) formula ]
//	condition = sum compared sum { compared sum } { and condition }
//	compared  = < | <= | > | >= | = | !=
//	sum       = product { (+|-) product }
//	product   = signed { (*|/) signed | power }       no sign: multiplied, 2wx
//	signed    = { +|- } power
//	power     = atom { % | superscript } [ ^ signed ] -x^2 = -(x^2), 2^3^2 = 2^9
//	atom      = number | name | ( formula ) | |sum| | ( condition )
//	          | function [ exponent ] ( formula { , formula } ) | function power
//
// A condition in brackets beside a sign for products is 1 where it holds and
// else 0, as in NumPy: dL/df*(x>0). A formula of one case with a condition must
// say what holds otherwise.
//
// The words if, then, else, otherwise, when and and may be Korean ones: 만약,
// 이면, 아니면, 그 외, 일 때, 그리고.
//
// What can be read in two ways is refused and never guessed: 1/2x, ln 2x, ln x^2,
// 3.99 e-1, 0·399. A middle dot between digits, with no space on either side, is
// refused where it could be a decimal point: after a 0, before a 0, and before
// two digits or more. 2·3 is a product, and so is 2·10, as a power of ten behind
// a dot is one factor of a number like 2·10⁻³.
//
// # Equality
//
// Same evaluates two formulas at points that are the same every time: see there.
package formula
