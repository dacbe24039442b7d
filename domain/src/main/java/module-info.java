/** The AutoTrainer domain: values and pure functions that need nothing but the JDK. */
module org.autotrainer.domain {
    exports org.autotrainer.domain.dataset;
    exports org.autotrainer.domain.dataset.format;
    exports org.autotrainer.domain.evaluation;
    exports org.autotrainer.domain.journal;
    exports org.autotrainer.domain.learning;
    exports org.autotrainer.domain.memory;
    exports org.autotrainer.domain.recall;
    exports org.autotrainer.domain.relevance;
    exports org.autotrainer.domain.text;
    exports org.autotrainer.domain.training;
    exports org.autotrainer.domain.trust;
}
