// Package bank holds the exercises of the course, one file a lecture.
package bank
