package org.asterism.persistence.internal.liquibase;

import java.util.logging.Level;
import liquibase.logging.LogService;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets Liquibase speak up for warnings only: what fails is thrown, what succeeds is told in one line by us. */
final class QuietLog extends AbstractLogService implements LogService {

    @Override
    public int getPriority() {
        return PRIORITY_SPECIALIZED;
    }

    @Override
    @SuppressWarnings({"rawtypes", "try"}) // as declared by Liquibase
    public liquibase.logging.Logger getLog(Class clazz) {
        return new Slf4jLogger(LoggerFactory.getLogger(clazz));
    }

    @SuppressWarnings("try") // Liquibase declares its loggers so
    private static final class Slf4jLogger extends AbstractLogger {

        private final Logger log;

        Slf4jLogger(Logger log) {
            this.log = log;
        }

        @Override
        public void log(Level level, String message, Throwable e) {
            if (level.equals(Level.WARNING)) {
                log.warn(message, e);
            } else if (level.intValue() >= Level.INFO.intValue()) {
                log.debug(message, e);
            } else {
                log.trace(message, e);
            }
        }
    }
}
