// Package labs ties the ids that lesson pages use to the experiments of the
// course, which are in a package for every lecture.
package labs

import (
	"hakseup/tui/lab"
	deeplearning "hakseup/tui/labs/01-deep-learning"
	vectorsmatrices "hakseup/tui/labs/02-vectors-matrices"
	learning "hakseup/tui/labs/03-learning"
	perceptron "hakseup/tui/labs/04-perceptron"
	multilayerperceptron "hakseup/tui/labs/05-multilayer-perceptron"
	softmaxloss "hakseup/tui/labs/06-softmax-loss"
	chainrule "hakseup/tui/labs/07-chain-rule"
	gradientdescent "hakseup/tui/labs/08-gradient-descent"
	optimizers "hakseup/tui/labs/09-optimizers"
	datasets "hakseup/tui/labs/10-datasets"
	overfitting "hakseup/tui/labs/11-overfitting"
)

// catalog lists the labs in course order.
func catalog() []entry {
	return []entry{
		{"ilsvrc", deeplearning.NewILSVRC},
		{"features", deeplearning.NewFeatures},
		{"paper", deeplearning.NewPaper},
		{"tensor", vectorsmatrices.NewTensor},
		{"vectors", vectorsmatrices.NewVectors},
		{"dot", vectorsmatrices.NewDot},
		{"norm", vectorsmatrices.NewNorm},
		{"matmul", vectorsmatrices.NewMatmul},
		{"shapes", vectorsmatrices.NewShapes},
		{"line", learning.NewLine},
		{"perceptron", perceptron.NewPerceptron},
		{"gates", perceptron.NewGates},
		{"activations", perceptron.NewActivations},
		{"fold", multilayerperceptron.NewFold},
		{"regions", multilayerperceptron.NewRegions},
		{"playground", multilayerperceptron.NewPlayground},
		{"exponential", softmaxloss.NewExponential},
		{"softmax", softmaxloss.NewSoftmax},
		{"loss", softmaxloss.NewLoss},
		{"calculator", softmaxloss.NewCalculator},
		{"secant", chainrule.NewSecant},
		{"slices", chainrule.NewSlices},
		{"nudges", chainrule.NewNudges},
		{"descent", gradientdescent.NewDescent},
		{"graph", gradientdescent.NewGraph},
		{"step", gradientdescent.NewStep},
		{"depth", gradientdescent.NewDepth},
		{"log", gradientdescent.NewLog},
		{"race", optimizers.NewRace},
		{"batch", optimizers.NewBatch},
		{"strip", datasets.NewStrip},
		{"folds", datasets.NewFolds},
		{"luck", datasets.NewLuck},
		{"leaks", datasets.NewLeaks},
		{"fit", overfitting.NewFit},
		{"methods", overfitting.NewMethods},
		{"memory", overfitting.NewMemory},
		{"layers", overfitting.NewLayers},
		{"diagnose", overfitting.NewDiagnose},
	}
}

type entry struct {
	id  string
	new func() lab.Lab
}

// New returns the lab with the given id, reset with seed 1.
func New(id string) (lab.Lab, bool) {
	for _, e := range catalog() {
		if e.id == id {
			l := e.new()
			lab.Reset(l, 1)
			return l, true
		}
	}
	return nil, false
}

// IDs lists the ids of all labs in course order.
func IDs() []string {
	var ids []string
	for _, e := range catalog() {
		ids = append(ids, e.id)
	}
	return ids
}
