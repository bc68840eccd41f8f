// Package gradientdescent has the experiments of lecture 08.
package gradientdescent
