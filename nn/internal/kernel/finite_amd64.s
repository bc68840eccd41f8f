//go:build !purego

#include "textflag.h"

// func finiteAVX2(x *float64, n int) bool
//
// n is a positive multiple of 4. See finite.go for what is computed.
TEXT ·finiteAVX2(SB), NOSPLIT, $0-17
	MOVQ x+0(FP), DI
	MOVQ n+8(FP), CX
	VXORPD Y8, Y8, Y8

step:
	VMOVUPD (DI), Y0
	VSUBPD  Y0, Y0, Y0 // all bits 0, or a NaN
	VORPD   Y0, Y8, Y8
	ADDQ    $32, DI
	SUBQ    $4, CX
	JNZ     step
	VPTEST  Y8, Y8
	SETEQ   ret+16(FP)
	VZEROUPPER
	RET
