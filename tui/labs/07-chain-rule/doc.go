// Package chainrule has the experiments of lecture 07.
package chainrule
