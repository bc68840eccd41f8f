// Package lessons is the course as content: lectures of pages, pages of
// blocks, in Korean and English. It knows nothing of screens.
//
// A lecture is a folder such as 06-softmax-loss with a ko.md and an en.md,
// which agree page for page. The files are Markdown that reads well in any
// viewer:
//
//	---
//	title: 소프트맥스와 손실 함수
//	summary: 점수를 확률로, 확률을 손실로
//	---
//	# 점수를 확률로
//	<!-- page: scores -->
//	<!-- lab: softmax cat=1.5 dog=3.7 ratio=on -->
//	…
//	---
//	# 왜 비율로는 안 될까
//	…
//
// A line of three hyphens separates pages. A page has one title and, right
// below it, its id, by which progress is kept: it stays when the page is
// renamed or moved. Below that comes its scene: a lab and values for some of
// its controls. Then come
// paragraphs with **strong** and *emphasized* text, `code` and $formulas$,
// displayed formulas between $$, lists, tables, fenced code, and
//
//	> [!NOTE] a remark
//
//	> [!TRY] something to do in the lab
//
//	> [!SLIP] where the printed handout is wrong: what is printed, what is
//	> true with the number worked out, why it matters
//
//	<!-- predict: id=shift answer=2 -->
//	> [!PREDICT]
//	> A question to commit to before the rest of the page appears?
//	>
//	> 1. One option
//	> 2. The right one: answer counts from 1
//
//	<!-- exercise: 06/softmax -->
//
// A dollar sign in text is written \$, a bar in a formula in a table \|.
// Underscores are always text. Links, images, HTML, subheadings and indented
// code are mistakes, reported as [Errors] with file and line.
package lessons
