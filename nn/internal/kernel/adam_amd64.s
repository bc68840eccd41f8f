//go:build !purego

#include "go_asm.h"
#include "textflag.h"

// func adamAVX2(p, grads, m, v *float64, n int, c *AdamStep)
//
// n is a positive multiple of 4. See adam.go for what is computed.
TEXT ·adamAVX2(SB), NOSPLIT, $0-48
	MOVQ p+0(FP), DI
	MOVQ grads+8(FP), SI
	MOVQ m+16(FP), R8
	MOVQ v+24(FP), R9
	MOVQ n+32(FP), CX
	MOVQ c+40(FP), BX
	VBROADCASTSD AdamStep_Rate(BX), Y8
	VBROADCASTSD AdamStep_Beta1(BX), Y9
	VBROADCASTSD AdamStep_Beta2(BX), Y10
	VBROADCASTSD AdamStep_Scale2(BX), Y13
	VBROADCASTSD AdamStep_Delta(BX), Y14
	VBROADCASTSD ·constants+32(SB), Y15 // 1
	VSUBPD Y9, Y15, Y11  // 1 - β₁
	VSUBPD Y10, Y15, Y12 // 1 - β₂
	XORQ AX, AX

step:
	VMOVUPD (SI)(AX*8), Y0
	VMULPD  (R8)(AX*8), Y9, Y1
	VFMADD231PD Y0, Y11, Y1  // m = β₁m + (1-β₁)g
	VMOVUPD Y1, (R8)(AX*8)
	VMULPD  (R9)(AX*8), Y10, Y2
	VMULPD  Y0, Y12, Y3
	VFMADD231PD Y0, Y3, Y2   // v = β₂v + (1-β₂)g²
	VMOVUPD Y2, (R9)(AX*8)
	VMULPD  Y13, Y2, Y2
	VSQRTPD Y2, Y2
	VADDPD  Y14, Y2, Y2
	VMULPD  Y8, Y1, Y1
	VDIVPD  Y2, Y1, Y1
	VMOVUPD (DI)(AX*8), Y0
	VSUBPD  Y1, Y0, Y0
	VMOVUPD Y0, (DI)(AX*8)
	ADDQ    $4, AX
	CMPQ    AX, CX
	JLT     step
	VZEROUPPER
	RET
