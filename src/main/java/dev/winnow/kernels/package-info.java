/** Numeric primitives whose order of addition is fixed, on vectors and in plain Java. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.winnow.kernels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
