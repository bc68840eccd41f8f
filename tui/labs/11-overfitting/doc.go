// Package overfitting holds the experiments of lecture 11: one noisy curve with
// every dial against overfitting, the methods on 300 digits, true labels against
// coin flips, signals through five layers, and curves to tell by their look.
package overfitting
