// Package nn is a small neural-network engine, written to be read by
// students of the course. It uses the standard library alone.
//
// Vectors are slices of float64 and matrices are Matrix. Weights lie as
// W[output][input], so that a layer computes a = Wz + b. The output of a
// network is y, the truth t, the loss E, a pre-activation or score a.
//
// # Destinations
//
// A function whose first argument is called dst stores its result there and
// allocates nothing, so that it can run in a training loop. It says whether
// dst may be one of its inputs.
//
// # Gradients
//
// A function called …Gradient or Backward takes ∂E/∂(output) to ∂E/∂(input).
// Each one is held against NumericGradient in the tests.
//
// # Networks
//
// An MLP is layers in a row with all their parameters in one slice, which is
// what an optimizer sees. A Trace takes one sample through it, layer by layer,
// with every value open to view. A Workspace takes a batch through: the same
// values but for the last digits, many times faster, by way of internal/kernel,
// the only place where speed comes before plainness. A Trainer joins a network,
// its samples and an Optimizer; it goes forth and back.
//
// # Mistakes
//
// Lengths that do not match and parameters outside of what the documentation
// says are the caller's mistake: such a call panics with a constant message.
// Operations on shapes that a user may choose return a *ShapeError instead.
//
// # NaN and Inf
//
// NaN is never hidden: NaN among the inputs makes NaN of every output that
// depends on it. An infinity comes out where it is the true limit, as in the
// cross entropy of a probability of 0; the documentation says where.
package nn
