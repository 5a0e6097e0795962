# The query API and the schema's runner. Build the jars first: mvn package -DskipTests
FROM eclipse-temurin:17-jre

RUN useradd --system --no-create-home travel
WORKDIR /app
COPY query-api/target/lib/ /app/api/
COPY query-api/target/query-api-0.1.0.jar /app/api/
COPY sql/target/lib/ /app/schema/
COPY sql/target/sql-0.1.0.jar /app/schema/
COPY query-api/target/log/ /app/log/
COPY local-stack/src/main/resources/logback.xml /app/log/

USER travel
EXPOSE 7070
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8"]
CMD ["-cp", "/app/api/*:/app/log/*:/app/log", "smarttravel.api.QueryApiMain"]
