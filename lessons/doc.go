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
//	code: activation.go loss.go
//	---
//	# 점수를 확률로
//	<!-- page: scores -->
//	<!-- lab: softmax cat=1.5 dog=3.7 ratio=on -->
//	…
//	---
//	# 왜 비율로는 안 될까
//	…
//
// The code names files of the engine that the lecture is about, for whoever wants
// to read them. A line of three hyphens separates pages. A page has one title and, right
// below it, its id, by which progress is kept: it stays when the page is
// renamed or moved. Behind the id comes the word closing where the page sums
// the lecture up and asks for nothing to be done, and slide="…", the topic of
// the handout that the page belongs to:
//
//	<!-- page: recap closing slide="손실 함수" -->
//
// Below that comes the scene: a lab and values for some of its controls. Of
// these, view=… names the view that is shown and show=a,b,… what the page has
// taught: controls, facts and the curves of facts, also by the group before
// their dot. steps=10 at the end lets a lab that runs take ten strides first. A
// value that has spaces stands in double quotes. Then come
// paragraphs with **strong** and *emphasized* text, `code` and $formulas$,
// displayed formulas between $$, lists, tables, fenced code, and
//
//	> [!NOTE] a remark
//
//	> [!SLIP] where the printed handout is wrong: what is printed, what is
//	> true with the number worked out, why it matters
//
//	<!-- task: id=and when="right=4 w1>0" by="w1=1 b=-1.5" -->
//	> [!TRY] something to do in the lab. It is ticked when the lab's facts
//	> satisfy every condition of when, which they must not where the page
//	> opens; by is a way to do it that a test goes. There, as in a scene, come
//	> controls, and steps=10 where the lab runs.
//
//	<!-- predict: id=shift answer=2 hides=y,sum -->
//	> [!PREDICT]
//	> A question to commit to before the rest of the page appears?
//	>
//	> 1. One option
//	>
//	>    What is said to whoever chose it: all options have this, or none.
//	> 2. The right one: answer counts from 1
//	>
//	>    What is said, too.
//
// What hides names is kept back in the lab until the question is answered.
//
//	<!-- saw: id=shift answer=2 when="gap=2.2 shift=10" by="shift=10" shows="y.dog>0.91 | y.dog=0.9002" -->
//	> [!SAW]
//	> What to do in the lab. By Enter it does so by itself, by the way of by.
//	>
//	> What has happened? This is asked once the facts satisfy when.
//	>
//	> 1. One option
//	> …
//
// There, the facts satisfy the conditions of the answer in shows, between |,
// and of no other option. What comes below appears once that is answered, and
// so does what was said to the option of the prediction above it.
//
//	<!-- review: id=why-log answer=1 -->
//	> [!REVIEW]
//	> A question about the lecture, as a prediction is written?
//
//	<!-- exercise: 06/softmax -->
//	<!-- exercise: 06/softmax fresh -->
//
// An exercise whose result with the handout's numbers the page gives away is
// fresh: it opens with other ones.
//
//	<!-- claim: lab=playground fact=accuracy more="data=spiral layers=2" less="data=spiral layers=0" -->
//	<!-- claim: lab=playground with="data=circles layers=1 units=3" when="accuracy>0.95" -->
//
// What a page says of chance is claimed beside the sentence: that a fact of the
// lab is higher with some settings than with others, from the same seed, or that
// conditions hold with some settings. It has to come true from at least 18 of 20
// seeds; package content recomputes it.
//
// A condition compares a fact of the lab, or a control, with a number by =, <, >,
// <= or >=, or with a word by =: the word of a fact, the name of an option, on or
// off. A number equals 0.50 when it is that at two decimals; "unknown" is the
// word for a fact that has no value now.
//
// A dollar sign in text is written \$, a bar in a formula in a table \|.
// Underscores are always text. Links, images, HTML, subheadings and indented
// code are mistakes, reported as [Errors] with file and line.
package lessons
