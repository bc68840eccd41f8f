//go:build !purego

#include "textflag.h"

// The loops below take four numbers at a time. What they compute, and why, is
// written down in activation.go; constants are described there, too.

#define LOG2E  0
#define SHIFT  8
#define LN2HI  16
#define LN2LO  24
#define ONE    32
#define TWO    40
#define TANHMAX 48
#define EXPMAX 56
#define SERIES 64

// CONSTANTS loads what every step needs: Y9 = 2, Y10 = 1, Y11 = ln2 (low part),
// Y12 = ln2 (high part), Y13 = shift, Y14 = log2 e, Y15 = sign bits.
#define CONSTANTS \
	VBROADCASTSD ·constants+TWO(SB), Y9    \
	VBROADCASTSD ·constants+ONE(SB), Y10   \
	VBROADCASTSD ·constants+LN2LO(SB), Y11 \
	VBROADCASTSD ·constants+LN2HI(SB), Y12 \
	VBROADCASTSD ·constants+SHIFT(SB), Y13 \
	VBROADCASTSD ·constants+LOG2E(SB), Y14 \
	VPCMPEQD Y15, Y15, Y15                 \
	VPSLLQ   $63, Y15, Y15

// HORNER does sum = sum*Y4 + 1/n! for the term at the given place of the series.
#define HORNER(place, sum) \
	VBROADCASTSD ·constants+SERIES+8*place(SB), Y7 \
	VFMADD213PD  Y7, Y4, sum

// EXP splits exp(Y1) into 2ᵏ (1 + p): Y2 = 2ᵏ, Y6 = p. It uses Y1 to Y7.
#define EXP \
	VMOVAPD Y13, Y2           \
	VFMADD231PD  Y14, Y1, Y2  \
	VSUBPD  Y13, Y2, Y3       \
	VFNMADD231PD Y12, Y3, Y1  \
	VFNMADD231PD Y11, Y3, Y1  \
	VPSLLQ  $52, Y2, Y2       \
	VPADDQ  Y10, Y2, Y2       \
	VMULPD  Y1, Y1, Y4        \
	VBROADCASTSD ·constants+SERIES+8*10(SB), Y5 \
	VBROADCASTSD ·constants+SERIES+8*11(SB), Y6 \
	HORNER(8, Y5) \
	HORNER(9, Y6) \
	HORNER(6, Y5) \
	HORNER(7, Y6) \
	HORNER(4, Y5) \
	HORNER(5, Y6) \
	HORNER(2, Y5) \
	HORNER(3, Y6) \
	HORNER(0, Y5) \
	HORNER(1, Y6) \
	VFMADD213PD Y5, Y1, Y6    \
	VFMADD213PD Y1, Y4, Y6

// func tanhAVX2(x *float64, n int)
TEXT ·tanhAVX2(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), DI
	MOVQ n+8(FP), CX
	CONSTANTS
	VBROADCASTSD ·constants+TANHMAX(SB), Y8

step:
	VMOVUPD (DI), Y0
	VANDNPD Y0, Y15, Y1  // |x|
	VMINPD  Y1, Y8, Y1   // at most TANHMAX; NaN stays
	VADDPD  Y1, Y1, Y1
	VANDPD  Y15, Y0, Y0  // the sign of x
	EXP
	VSUBPD  Y10, Y2, Y3
	VFMADD213PD Y3, Y2, Y6 // t = 2ᵏ p + (2ᵏ - 1)
	VADDPD  Y9, Y6, Y5
	VDIVPD  Y5, Y6, Y6     // t/(t + 2)
	VORPD   Y0, Y6, Y6
	VMOVUPD Y6, (DI)
	ADDQ    $32, DI
	SUBQ    $4, CX
	JNZ     step
	VZEROUPPER
	RET

// func sigmoidAVX2(x *float64, n int)
TEXT ·sigmoidAVX2(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), DI
	MOVQ n+8(FP), CX
	CONSTANTS
	VBROADCASTSD ·constants+EXPMAX(SB), Y8

step:
	VMOVUPD (DI), Y0
	VANDNPD Y0, Y15, Y1    // |x|
	VMINPD  Y1, Y8, Y1     // at most EXPMAX; NaN stays
	VORPD   Y15, Y1, Y1    // -|x|
	EXP
	VFMADD213PD Y2, Y2, Y6 // e = 2ᵏ p + 2ᵏ
	VADDPD  Y10, Y6, Y5
	VBLENDVPD Y0, Y6, Y10, Y6 // e for negative x, else 1
	VDIVPD  Y5, Y6, Y6
	VMOVUPD Y6, (DI)
	ADDQ    $32, DI
	SUBQ    $4, CX
	JNZ     step
	VZEROUPPER
	RET

// func reluAVX2(x *float64, n int)
TEXT ·reluAVX2(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), DI
	MOVQ n+8(FP), CX
	VXORPD Y8, Y8, Y8

step:
	VMAXPD  (DI), Y8, Y0 // of two zeros, or with a NaN, the one in memory
	VMOVUPD Y0, (DI)
	ADDQ    $32, DI
	SUBQ    $4, CX
	JNZ     step
	VZEROUPPER
	RET

// func tanhBackAVX2(d, z *float64, n int)
TEXT ·tanhBackAVX2(SB), NOSPLIT, $0-24
	MOVQ d+0(FP), DI
	MOVQ z+8(FP), SI
	MOVQ n+16(FP), CX
	VBROADCASTSD ·constants+ONE(SB), Y8

step:
	VMOVUPD (SI), Y0
	VMOVAPD Y8, Y1
	VFNMADD231PD Y0, Y0, Y1 // 1 - z²
	VMULPD  (DI), Y1, Y1
	VMOVUPD Y1, (DI)
	ADDQ    $32, SI
	ADDQ    $32, DI
	SUBQ    $4, CX
	JNZ     step
	VZEROUPPER
	RET

// func sigmoidBackAVX2(d, z *float64, n int)
TEXT ·sigmoidBackAVX2(SB), NOSPLIT, $0-24
	MOVQ d+0(FP), DI
	MOVQ z+8(FP), SI
	MOVQ n+16(FP), CX

step:
	VMOVUPD (SI), Y0
	VMOVAPD Y0, Y1
	VFNMADD231PD Y0, Y0, Y1 // z - z²
	VMULPD  (DI), Y1, Y1
	VMOVUPD Y1, (DI)
	ADDQ    $32, SI
	ADDQ    $32, DI
	SUBQ    $4, CX
	JNZ     step
	VZEROUPPER
	RET

// func reluBackAVX2(d, z *float64, n int)
TEXT ·reluBackAVX2(SB), NOSPLIT, $0-24
	MOVQ d+0(FP), DI
	MOVQ z+8(FP), SI
	MOVQ n+16(FP), CX
	VXORPD Y8, Y8, Y8

step:
	VMOVUPD (SI), Y0
	VCMPPD  $6, Y8, Y0, Y1 // not z ≤ 0
	VANDPD  (DI), Y1, Y1
	VMOVUPD Y1, (DI)
	ADDQ    $32, SI
	ADDQ    $32, DI
	SUBQ    $4, CX
	JNZ     step
	VZEROUPPER
	RET
