//go:build !purego

#include "textflag.h"

// Both kernels keep a block of the result in eight registers of four numbers
// each: enough independent sums to hide the latency of a fused multiply-add.

// func matMulAVX2(dst, w, b, x *float64, rows, inner, lanes, rowStep, innerStep int)
//
// Sizes are at least 1 and lanes is a multiple of 4. Steps count numbers. Each
// row of dst starts as its b, or as 0 when b is nil.
//
//	DI dst row    SI w row    DX b or 0    BX x    R8 rows left    R9 inner left
//	R10 bytes of a row of lanes    R11 bytes of rowStep    R15 three times that
//	R12 bytes of innerStep    R13 bytes of this row done
//	AX w entry    CX x entry
TEXT ·matMulAVX2(SB), NOSPLIT, $0-72
	MOVQ dst+0(FP), DI
	MOVQ w+8(FP), SI
	MOVQ b+16(FP), DX
	MOVQ x+24(FP), BX
	MOVQ rows+32(FP), R8
	MOVQ lanes+48(FP), R10
	MOVQ rowStep+56(FP), R11
	MOVQ innerStep+64(FP), R12
	SHLQ $3, R10
	SHLQ $3, R11
	SHLQ $3, R12
	LEAQ (R11)(R11*2), R15

fourRows:
	CMPQ R8, $4
	JLT  oneRow
	XORQ R13, R13

fourByEight: // four rows, eight lanes
	LEAQ 64(R13), AX
	CMPQ AX, R10
	JGT  fourByFour
	VXORPD Y0, Y0, Y0
	VXORPD Y2, Y2, Y2
	VXORPD Y4, Y4, Y4
	VXORPD Y6, Y6, Y6
	TESTQ DX, DX
	JZ   fourByEightStart
	VBROADCASTSD (DX), Y0
	VBROADCASTSD 8(DX), Y2
	VBROADCASTSD 16(DX), Y4
	VBROADCASTSD 24(DX), Y6

fourByEightStart:
	VMOVAPD Y0, Y1
	VMOVAPD Y2, Y3
	VMOVAPD Y4, Y5
	VMOVAPD Y6, Y7
	MOVQ SI, AX
	LEAQ (BX)(R13*1), CX
	MOVQ inner+40(FP), R9

fourByEightStep:
	VMOVUPD (CX), Y8
	VMOVUPD 32(CX), Y9
	VBROADCASTSD (AX), Y10
	VBROADCASTSD (AX)(R11*1), Y11
	VBROADCASTSD (AX)(R11*2), Y12
	VBROADCASTSD (AX)(R15*1), Y13
	VFMADD231PD Y8, Y10, Y0
	VFMADD231PD Y9, Y10, Y1
	VFMADD231PD Y8, Y11, Y2
	VFMADD231PD Y9, Y11, Y3
	VFMADD231PD Y8, Y12, Y4
	VFMADD231PD Y9, Y12, Y5
	VFMADD231PD Y8, Y13, Y6
	VFMADD231PD Y9, Y13, Y7
	ADDQ R12, AX
	ADDQ R10, CX
	DECQ R9
	JNZ  fourByEightStep
	LEAQ (DI)(R13*1), CX
	LEAQ (CX)(R10*2), AX
	VMOVUPD Y0, (CX)
	VMOVUPD Y1, 32(CX)
	VMOVUPD Y2, (CX)(R10*1)
	VMOVUPD Y3, 32(CX)(R10*1)
	VMOVUPD Y4, (AX)
	VMOVUPD Y5, 32(AX)
	VMOVUPD Y6, (AX)(R10*1)
	VMOVUPD Y7, 32(AX)(R10*1)
	ADDQ $64, R13
	JMP  fourByEight

fourByFour: // four rows, the last four lanes
	CMPQ R13, R10
	JGE  fourRowsDone
	VXORPD Y0, Y0, Y0
	VXORPD Y2, Y2, Y2
	VXORPD Y4, Y4, Y4
	VXORPD Y6, Y6, Y6
	TESTQ DX, DX
	JZ   fourByFourStart
	VBROADCASTSD (DX), Y0
	VBROADCASTSD 8(DX), Y2
	VBROADCASTSD 16(DX), Y4
	VBROADCASTSD 24(DX), Y6

fourByFourStart:
	MOVQ SI, AX
	LEAQ (BX)(R13*1), CX
	MOVQ inner+40(FP), R9

fourByFourStep:
	VMOVUPD (CX), Y8
	VBROADCASTSD (AX), Y10
	VBROADCASTSD (AX)(R11*1), Y11
	VBROADCASTSD (AX)(R11*2), Y12
	VBROADCASTSD (AX)(R15*1), Y13
	VFMADD231PD Y8, Y10, Y0
	VFMADD231PD Y8, Y11, Y2
	VFMADD231PD Y8, Y12, Y4
	VFMADD231PD Y8, Y13, Y6
	ADDQ R12, AX
	ADDQ R10, CX
	DECQ R9
	JNZ  fourByFourStep
	LEAQ (DI)(R13*1), CX
	LEAQ (CX)(R10*2), AX
	VMOVUPD Y0, (CX)
	VMOVUPD Y2, (CX)(R10*1)
	VMOVUPD Y4, (AX)
	VMOVUPD Y6, (AX)(R10*1)

fourRowsDone:
	SUBQ $4, R8
	LEAQ (DI)(R10*4), DI
	LEAQ (SI)(R11*4), SI
	TESTQ DX, DX
	JZ   fourRows
	ADDQ $32, DX
	JMP  fourRows

oneRow:
	TESTQ R8, R8
	JZ   done
	XORQ R13, R13

oneByFour: // one row, four lanes
	VXORPD Y0, Y0, Y0
	TESTQ DX, DX
	JZ   oneByFourStart
	VBROADCASTSD (DX), Y0

oneByFourStart:
	MOVQ SI, AX
	LEAQ (BX)(R13*1), CX
	MOVQ inner+40(FP), R9

oneByFourStep:
	VBROADCASTSD (AX), Y10
	VFMADD231PD (CX), Y10, Y0
	ADDQ R12, AX
	ADDQ R10, CX
	DECQ R9
	JNZ  oneByFourStep
	VMOVUPD Y0, (DI)(R13*1)
	ADDQ $32, R13
	CMPQ R13, R10
	JLT  oneByFour
	DECQ R8
	ADDQ R10, DI
	ADDQ R11, SI
	TESTQ DX, DX
	JZ   oneRow
	ADDQ $8, DX
	JMP  oneRow

done:
	VZEROUPPER
	RET

// SUM4 adds up the four numbers of each of a, b, c and d: to = (Σa, Σb, Σc, Σd),
// each as (1st + 2nd) + (3rd + 4th). It uses a and c up.
#define SUM4(a, b, c, d, to) \
	VHADDPD b, a, a              \
	VHADDPD d, c, c              \
	VPERM2F128 $0x20, c, a, to   \
	VPERM2F128 $0x31, c, a, a    \
	VADDPD  a, to, to

// func outerAVX2(gw, gb, d, x *float64, rows, cols, lanes int)
//
// Sizes are at least 1 and lanes is a multiple of 4.
//
//	DI gw, column block    SI d    BX x, column block    R8 rows left
//	R9 columns left    R10 bytes of a row of lanes    R12 three times that
//	R11 bytes of a row of gw    DX gw entry    R13 d row    R15 bytes left
//	AX d entry    CX x entry
TEXT ·outerAVX2(SB), NOSPLIT, $0-56
	MOVQ gw+0(FP), DI
	MOVQ d+16(FP), SI
	MOVQ x+24(FP), BX
	MOVQ cols+40(FP), R9
	MOVQ lanes+48(FP), R10
	MOVQ R9, R11
	SHLQ $3, R10
	SHLQ $3, R11
	LEAQ (R10)(R10*2), R12

fourCols:
	CMPQ R9, $4
	JLT  oneCol
	MOVQ rows+32(FP), R8
	MOVQ DI, DX
	MOVQ SI, R13

twoByFour: // two rows of d, four rows of x
	CMPQ R8, $2
	JLT  oneByFour
	VXORPD Y0, Y0, Y0
	VXORPD Y1, Y1, Y1
	VXORPD Y2, Y2, Y2
	VXORPD Y3, Y3, Y3
	VXORPD Y4, Y4, Y4
	VXORPD Y5, Y5, Y5
	VXORPD Y6, Y6, Y6
	VXORPD Y7, Y7, Y7
	MOVQ R13, AX
	MOVQ BX, CX
	MOVQ R10, R15

twoByFourStep:
	VMOVUPD (AX), Y8
	VMOVUPD (AX)(R10*1), Y9
	VMOVUPD (CX), Y10
	VMOVUPD (CX)(R10*1), Y11
	VMOVUPD (CX)(R10*2), Y12
	VMOVUPD (CX)(R12*1), Y13
	VFMADD231PD Y8, Y10, Y0
	VFMADD231PD Y8, Y11, Y1
	VFMADD231PD Y8, Y12, Y2
	VFMADD231PD Y8, Y13, Y3
	VFMADD231PD Y9, Y10, Y4
	VFMADD231PD Y9, Y11, Y5
	VFMADD231PD Y9, Y12, Y6
	VFMADD231PD Y9, Y13, Y7
	ADDQ $32, AX
	ADDQ $32, CX
	SUBQ $32, R15
	JNZ  twoByFourStep
	SUM4(Y0, Y1, Y2, Y3, Y8)
	SUM4(Y4, Y5, Y6, Y7, Y9)
	VMOVUPD Y8, (DX)
	VMOVUPD Y9, (DX)(R11*1)
	SUBQ $2, R8
	LEAQ (DX)(R11*2), DX
	LEAQ (R13)(R10*2), R13
	JMP  twoByFour

oneByFour: // the last row of d, four rows of x
	TESTQ R8, R8
	JZ   fourColsDone
	VXORPD Y0, Y0, Y0
	VXORPD Y1, Y1, Y1
	VXORPD Y2, Y2, Y2
	VXORPD Y3, Y3, Y3
	MOVQ BX, CX
	MOVQ R10, R15

oneByFourStep:
	VMOVUPD (R13), Y8
	VFMADD231PD (CX), Y8, Y0
	VFMADD231PD (CX)(R10*1), Y8, Y1
	VFMADD231PD (CX)(R10*2), Y8, Y2
	VFMADD231PD (CX)(R12*1), Y8, Y3
	ADDQ $32, R13
	ADDQ $32, CX
	SUBQ $32, R15
	JNZ  oneByFourStep
	SUM4(Y0, Y1, Y2, Y3, Y8)
	VMOVUPD Y8, (DX)

fourColsDone:
	SUBQ $4, R9
	ADDQ $32, DI
	LEAQ (BX)(R10*4), BX
	JMP  fourCols

oneCol: // one row of x
	TESTQ R9, R9
	JZ   done
	MOVQ rows+32(FP), R8
	MOVQ DI, DX
	MOVQ SI, AX

oneByOne:
	VXORPD Y0, Y0, Y0
	MOVQ BX, CX
	MOVQ R10, R15

oneByOneStep:
	VMOVUPD (AX), Y8
	VFMADD231PD (CX), Y8, Y0
	ADDQ $32, AX
	ADDQ $32, CX
	SUBQ $32, R15
	JNZ  oneByOneStep
	VEXTRACTF128 $1, Y0, X1
	VHADDPD X1, X0, X0
	VHADDPD X0, X0, X0
	VMOVSD X0, (DX)
	ADDQ R11, DX
	DECQ R8
	JNZ  oneByOne
	DECQ R9
	ADDQ $8, DI
	ADDQ R10, BX
	JMP  oneCol

done: // the sums of d
	MOVQ gb+8(FP), DI
	MOVQ rows+32(FP), R8

sumRow:
	VXORPD Y0, Y0, Y0
	MOVQ R10, R15

sumStep:
	VADDPD (SI), Y0, Y0
	ADDQ $32, SI
	SUBQ $32, R15
	JNZ  sumStep
	VEXTRACTF128 $1, Y0, X1
	VHADDPD X1, X0, X0
	VHADDPD X0, X0, X0
	VMOVSD X0, (DI)
	ADDQ $8, DI
	DECQ R8
	JNZ  sumRow
	VZEROUPPER
	RET
