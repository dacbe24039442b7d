/** Classes that break a rule of the house, one each: proof that the rule can fail. */
package org.autotrainer.architecture.planted;
